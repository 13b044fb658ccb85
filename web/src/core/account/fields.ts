/** What is wrong with what stands in a field, in a sentence; null when it can be sent. */
export type Check = (value: string) => string | null;

export const SHORTEST = 10;

export const isAddress: Check = (value) => (/^[^@\s]+@[^@\s]+$/u.test(value.trim()) ? null : "Type one mail address, such as name@example.org.");

export const isPassword: Check = (value) => (value.length >= SHORTEST ? null : `Choose at least ${SHORTEST} characters.`);

/** That a field is not empty; `ask` says what is to be typed. */
export const filled =
  (ask: string): Check =>
  (value) => (value.trim() ? null : ask);

/** Which field the server's sentence is about, of those with these names, and the sentence as it is shown at the field. */
export function fieldOf(sentence: string, names: readonly string[]): { name: string; says: string } | null {
  const found = /^'(\w+)' (.+)$/u.exec(sentence);
  const [, name = "", rest = ""] = found ?? [];
  return names.includes(name) ? { name, says: `This ${rest}` } : null;
}
