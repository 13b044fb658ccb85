/** Hand a text to the reader as a file. */
export function save(text: string, name: string, type = "text/plain"): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: some browsers read the address after the press.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
