// Before anything parses an .xlsx: how many parts the zip has, how large they say they are, how large they really are.
import { inflateRawSync } from 'node:zlib';
import { UnsafeFile } from './unsafe-file.ts';

const MOST_PARTS = 200;
const MOST_BYTES_INFLATED = 50 * 1024 * 1024;
const MOST_RATIO = 100;
/** Small parts are short texts that may well shrink a hundredfold. */
const SMALL_PART = 64 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const IS_ENCRYPTED = 1;
/** A size that says “look elsewhere” (ZIP64): no workbook of 5 MB needs it. */
const ELSEWHERE = 0xffffffff;

interface Part {
  readonly flags: number;
  readonly method: number;
  readonly packedSize: number;
  readonly declaredSize: number;
  readonly localOffset: number;
}

/** Throws unless the zip can be inflated within bounds; inflates each part once to be sure of it. */
export function refuseUnsafeZip(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = partsIn(view);
  if (parts.length > MOST_PARTS) throw new UnsafeFile('tooManyParts');
  const declared = parts.reduce((total, part) => total + part.declaredSize, 0);
  if (declared > MOST_BYTES_INFLATED) throw new UnsafeFile('inflatesTooFar');
  let left = MOST_BYTES_INFLATED;
  for (const part of parts) {
    if (part.declaredSize > SMALL_PART && part.declaredSize > part.packedSize * MOST_RATIO)
      throw new UnsafeFile('inflatesTooFar');
    left -= inflatedSize(view, part, Math.min(left, part.declaredSize));
  }
}

function partsIn(view: DataView): Part[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const parts: Part[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw new UnsafeFile('notAWorkbook');
    parts.push(partAt(view, at));
    at +=
      ENTRY_SIZE +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return parts;
}

function partAt(view: DataView, at: number): Part {
  const part: Part = {
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    packedSize: view.getUint32(at + 20, true),
    declaredSize: view.getUint32(at + 24, true),
    localOffset: view.getUint32(at + 42, true),
  };
  if ([part.packedSize, part.declaredSize, part.localOffset].includes(ELSEWHERE))
    throw new UnsafeFile('inflatesTooFar');
  if (part.flags & IS_ENCRYPTED) throw new UnsafeFile('encrypted');
  return part;
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new UnsafeFile('notAWorkbook');
}

function inflatedSize(view: DataView, part: Part, most: number): number {
  const { localOffset: at, packedSize } = part;
  if (at + LOCAL_SIZE > view.byteLength || view.getUint32(at, true) !== LOCAL_HEADER)
    throw new UnsafeFile('notAWorkbook');
  const from = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packedSize > view.byteLength) throw new UnsafeFile('notAWorkbook');
  if (part.method === STORED) return packedSize;
  if (part.method !== DEFLATED) throw new UnsafeFile('notAWorkbook');
  const packed = new Uint8Array(view.buffer, view.byteOffset + from, packedSize);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length;
  } catch (fault) {
    const isTooLong = (fault as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnsafeFile(isTooLong ? 'inflatesTooFar' : 'notAWorkbook');
  }
}
