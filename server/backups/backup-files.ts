// What a backup needs of a disk. A backup is a folder: it is there whole, under its own name, or not at all.

export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A folder that nobody takes for a backup yet. */
export interface BackupInTheMaking {
  /** Where to write a whole file. */
  pathOf(name: string): string;
  /** One gzip file, a line each. */
  writeLines(name: string, lines: AsyncIterable<string>): Promise<void>;
  /** Everything is on the disk, with its hashes in the manifest, before the folder gets its name. */
  finish(manifestOf: (files: readonly WrittenFile[]) => object): Promise<void>;
  abandon(): Promise<void>;
}

export interface BackupFiles {
  /** Refused (null) while another process makes the same one, or where something lies already. */
  begin(folder: string, now: number): Promise<BackupInTheMaking | null>;
  /** Backups in a folder, by name. */
  namesIn(place: string): Promise<string[]>;
  /** Null where there is no manifest. */
  manifestIn(folder: string): Promise<unknown>;
  /** What a file is now; null if it is not there. */
  digest(folder: string, name: string): Promise<WrittenFile | null>;
  lines(folder: string, name: string): AsyncIterable<string>;
  copyOut(folder: string, name: string, target: string): Promise<void>;
  remove(folder: string): Promise<void>;
  exists(file: string): Promise<boolean>;
  /** Gives a database file its name, if nothing has that name yet. */
  publish(file: string, name: string): Promise<void>;
  /** A small file, replaced whole. */
  keepText(file: string, text: string): Promise<void>;
  /** A database file that came to nothing, with what the engine laid beside it. */
  discard(file: string): Promise<void>;
}
