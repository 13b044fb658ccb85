import { type RefObject, useEffect, useRef } from "react";
import { type Editor, mountEditor, type Told } from "./editor";

/** The editor of queries; `handle` is how the rest of the page reaches it. */
export function Writing({ text, told, handle }: { text: string; told: Told; handle: RefObject<Editor | null> }) {
  const host = useRef<HTMLDivElement>(null);
  const first = useRef(text);
  const now = useRef(told);
  useEffect(() => {
    now.current = told;
  });
  useEffect(() => {
    if (!host.current) return;
    const editor = mountEditor(host.current, first.current, () => now.current);
    handle.current = editor;
    return () => {
      handle.current = null;
      editor.destroy();
    };
  }, [handle]);
  return <div ref={host} className="editor" />;
}
