// The template of a document as it lies on the disk, looked over before it is used.
import type { Label } from '../../scoring/index.ts';
import { faultsOfTemplate, type TemplateFault } from '../adapters/docx.ts';
import { isFolder, templateFile } from '../adapters/template-files.ts';
import { Refused } from '../http/problem.ts';
import { type DocumentKind, documentTemplates } from './document-templates.ts';
import { documentTemplateBroken } from './documents.problems.ts';

/** Beside this file, as source or as bundled. */
const BUILT_IN = new URL('./templates/', import.meta.url);

const WORDS: Readonly<Record<TemplateFault['why'], (tag: string) => Label>> = {
  unreadable: () => ({ zh: '不是可以读取的 .docx 文件', en: 'not a readable .docx file' }),
  unknown: (tag) => ({ zh: `没有 ${tag} 这个标签`, en: `there is no tag ${tag}` }),
  unclosed: (tag) => ({ zh: `标签 ${tag} 没有结束`, en: `the tag ${tag} is never closed` }),
  unopened: (tag) => ({ zh: `标签 ${tag} 没有开始`, en: `the tag ${tag} was never opened` }),
  unusable: (why) => ({ zh: `不能使用（${why}）`, en: `it cannot be used (${why})` }),
  missing: (tag) => ({ zh: `缺少标签 ${tag}`, en: `the tag ${tag} is missing` }),
};
const inWords = (path: string, fault: TemplateFault): Label => {
  const { zh, en } = WORDS[fault.why]('tag' in fault ? fault.tag : '');
  return { zh: `${path}：${zh}`, en: `${path}: ${en}` };
};

export interface TemplatesRead {
  /** The template of a document, refused with its file and tag when it is broken. */
  of(kind: DocumentKind): Promise<Uint8Array>;
  /** What is wrong with the school's own, each with its file and tag. */
  faults(): Promise<Label[]>;
}

/** `own`: the folder of a school's templates; one that it lacks is the product's. */
export function templatesRead(own: string | null): TemplatesRead {
  async function looked(kind: DocumentKind): Promise<{ bytes: Uint8Array; faults: Label[] }> {
    const template = documentTemplates[kind];
    const { path, bytes } = await templateFile({ builtIn: BUILT_IN, own }, template.file);
    const faults = await faultsOfTemplate(bytes, template);
    return { bytes, faults: faults.map((fault) => inWords(path, fault)) };
  }
  const kinds = Object.keys(documentTemplates) as DocumentKind[];
  return {
    async of(kind) {
      const { bytes, faults } = await looked(kind);
      const [detail] = faults;
      if (detail) throw new Refused(documentTemplateBroken, { detail });
      return bytes;
    },
    async faults() {
      if (own === null) return [];
      if (!(await isFolder(own)))
        return [{ zh: `${own}：没有这个文件夹`, en: `${own}: there is no such folder` }];
      const all = await Promise.all(kinds.map(looked));
      return all.flatMap(({ faults }) => faults);
    },
  };
}
