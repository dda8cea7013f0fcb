/**
 * Hands a text to the browser as a download. The file is called `ringfence-ABOUT-DATE`.
 * @returns the file's name
 */
export function saveFile(
  text: string,
  about: string,
  kind: 'json' | 'csv' = 'json',
  today: Date = new Date(),
): string {
  const name = `ringfence-${about}-${today.toISOString().slice(0, 10)}.${kind}`;
  const type = kind === 'json' ? 'application/json' : 'text/csv;charset=utf-8';
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return name;
}
