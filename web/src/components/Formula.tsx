import katex from "katex";
import "katex/dist/katex.min.css";
import { useLayoutEffect, useRef } from "react";

// Strangers' TeX: no links or HTML, bounded macros and sizes, and what cannot be read is shown as written.
const OPTIONS = { trust: false, maxExpand: 100, maxSize: 10, throwOnError: true, strict: "ignore", output: "htmlAndMathml" } as const;

/** One formula, built as elements and not as HTML text, so that the page's policy needs no inline styles. */
export default function Formula({ tex }: { tex: string }) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    try {
      katex.render(tex, target, OPTIONS);
    } catch {
      target.textContent = `$${tex}$`;
    }
  }, [tex]);
  return <span ref={element} />;
}
