/** Hands a text to the browser as a download; gives the file's name, which begins with what it is about. */
export function saveFile(text: string, about: string, today: Date = new Date()): string {
  const name = `ringfence-${about}-${today.toISOString().slice(0, 10)}.json`;
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return name;
}
