const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//u, "Edge"],
  [/\b(?:OPR|Opera)\//u, "Opera"],
  [/\bFirefox\/|\bFxiOS\//u, "Firefox"],
  [/\b(?:Headless)?Chrome\/|\bCriOS\//u, "Chrome"],
  [/\bSafari\//u, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b|\biPad\b/u, "iOS"],
  [/\bAndroid\b/u, "Android"],
  [/\bWindows\b/u, "Windows"],
  [/\bMac OS X\b/u, "macOS"],
  [/\bCrOS\b/u, "ChromeOS"],
  [/\bLinux\b/u, "Linux"],
];

const named = (agent: string, names: readonly [RegExp, string][]): string | undefined => names.find(([sign]) => sign.test(agent))?.[1];

/** A browser in words, from what it calls itself: "Firefox on Linux"; what is not known stays as it is. */
export function browserName(agent: string): string {
  const browser = named(agent, BROWSERS);
  const system = named(agent, SYSTEMS);
  if (browser) return system ? `${browser} on ${system}` : browser;
  return agent || "A browser that does not say what it is";
}
