import { useEffect, useRef, useState } from "react";

/**
 * Which of these parts of the page the address calls up after its #, as after logging in for it: null for none. The name
 * leaves the address then, and `arrive` is called when the part stands there.
 */
export function useCalled<N extends string>(names: readonly N[], arrive: (name: N) => void): { name: N } | null {
  const named = (): { name: N } | null => {
    const name = names.find((each) => location.hash === `#${each}`);
    return name ? { name } : null;
  };
  const [called, call] = useState(named);
  const now = useRef({ named, arrive });
  now.current = { named, arrive };
  useEffect(() => {
    const come = (): void => call((before) => now.current.named() ?? before);
    addEventListener("hashchange", come);
    return () => removeEventListener("hashchange", come);
  }, []);
  useEffect(() => {
    if (!called) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    now.current.arrive(called.name);
  }, [called]);
  return called;
}
