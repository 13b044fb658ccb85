import { type RefObject, useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { setTitle } from "../core/title";

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}

/** True from the first time that the element comes near the visible part of the page. */
export function useSeen(element: RefObject<Element | null>, margin = "240px"): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !element.current) return;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true), { rootMargin: margin });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, margin, seen]);
  return seen;
}

/** A value that follows another one after it has rested for `ms`. */
export function useRested<T>(value: T, ms: number): T {
  const [rested, rest] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => rest(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return rested;
}

/** The title of the browser's window while a page is open; called when its content is there, so that its heading takes the focus. */
export function useTitle(title: string): void {
  useEffect(() => setTitle(title), [title]);
}

/** Move what floats beside its key to the left, when it would reach beyond the window. */
export function useWithin(element: RefObject<HTMLElement | null>, open: boolean): void {
  useLayoutEffect(() => {
    const floating = element.current;
    if (!floating || !open) return;
    floating.style.translate = "0";
    const over = floating.getBoundingClientRect().right - (document.documentElement.clientWidth - 12);
    if (over > 0) floating.style.translate = `${-over}px`;
  }, [element, open]);
}
