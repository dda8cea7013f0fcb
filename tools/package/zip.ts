import { zipSync } from 'fflate';

/** A file by its path in the archive, with `/` between folders. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** A zip of these files: the same bytes for the same files, whenever, wherever and in whatever order they were read. */
export function zipOf(files: Files): Uint8Array {
  const sorted = Object.keys(files).sort();
  // The earliest time a zip can hold. It is kept as local time without a zone: local midnight is the same bytes everywhere.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(sorted.map((path) => [path, files[path] ?? new Uint8Array()])), {
    level: 9,
    mtime,
  });
}
