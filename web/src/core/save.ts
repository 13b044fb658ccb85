/** Hand a text, or a file as it came, to the reader to keep. */
export function save(content: string | Blob, name: string, type = "text/plain"): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: some browsers read the address after the press.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
