/** The path of this site at which to go on, from the query of an address: "/" when there is none, or one of another site. */
export function nextOf(query: string): string {
  const next = new URLSearchParams(query).get("next") ?? "/";
  return next.length <= 500 && /^\/(?![/\\])[^\\\s]*$/u.test(next) ? next : "/";
}
