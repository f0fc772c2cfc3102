// A plain zip: the parts of a Word template in one file. The same parts give the same bytes.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly text: string;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** Version 2.0: deflated. */
const VERSION = 20;
const NAMES_IN_UTF8 = 0x0800;
const DEFLATED = 8;
/** 1980-01-01: nothing of it depends on when it was made. */
const FIRST_DAY = 0x0021;

const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of parts) {
    const body = Buffer.from(text);
    const packed = deflateRawSync(body, { level: 9 });
    const title = Buffer.from(name);
    const about = Buffer.concat([
      ...[int16(VERSION), int16(NAMES_IN_UTF8), int16(DEFLATED), int16(0), int16(FIRST_DAY)],
      ...[int32(crc32(body)), int32(packed.length), int32(body.length), int16(title.length), int16(0)],
    ]);
    const file = Buffer.concat([int32(LOCAL_HEADER), about, title, packed]);
    const place = [int16(0), int16(0), int16(0), int32(0), int32(offset)];
    directory.push(int32(DIRECTORY_ENTRY), int16(VERSION), about, ...place, title);
    files.push(file);
    offset += file.length;
  }
  const entries = Buffer.concat(directory);
  const count = int16(parts.length);
  const end = [int32(END_OF_DIRECTORY), int16(0), int16(0), count, count];
  return Buffer.concat([...files, entries, ...end, int32(entries.length), int32(offset), int16(0)]);
}
