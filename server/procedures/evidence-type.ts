// What kind of file a piece of evidence is, by its name and its first bytes: both must agree.
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const TYPES: Readonly<Record<string, { readonly mediaType: string; readonly begins: readonly number[] }>> = {
  pdf: { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  jpg: { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  jpeg: { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  png: { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begins: ZIP,
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', begins: ZIP },
  txt: { mediaType: 'text/plain; charset=utf-8', begins: [] },
};

/** Null for whatever is not accepted, or is not what its name says. */
export function mediaTypeOf(name: string, content: Uint8Array): string | null {
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  const type = Object.hasOwn(TYPES, ending) ? TYPES[ending] : undefined;
  if (!type || !type.begins.every((byte, i) => content[i] === byte)) return null;
  return ending === 'txt' && content.includes(0) ? null : type.mediaType;
}
