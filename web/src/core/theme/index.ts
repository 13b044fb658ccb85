import { createStore } from "../store";

export type Theme = "light" | "dark";

const KEY = "bzpeer-theme";
const system = matchMedia("(prefers-color-scheme: dark)");

function stored(): Theme | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === "light" || value === "dark" ? value : null;
  } catch {
    return null;
  }
}

const current = (): Theme => stored() ?? (system.matches ? "dark" : "light");

/** The theme in force: the reader's choice, else the system's. */
export const theme = createStore<Theme>(current());
system.addEventListener("change", () => theme.update(current));

/** Turn to the other theme and remember it; a choice equal to the system's is forgotten, so that the page follows it. */
export function toggleTheme(): void {
  const next: Theme = theme.get() === "dark" ? "light" : "dark";
  const follows = (next === "dark") === system.matches;
  try {
    if (follows) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Storage is closed: the choice lasts as long as the page.
  }
  document.documentElement.style.colorScheme = follows ? "" : next;
  theme.update(() => next);
}
