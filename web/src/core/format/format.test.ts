import { describe, expect, it } from "vitest";
import { capital, date, initials, noun, plural, span } from ".";

describe("words that agree with numbers", () => {
  it("counts one and many", () => {
    expect(plural(1, "work")).toBe("1 work");
    expect(plural(0, "work")).toBe("0 works");
    expect(plural(1234, "person", "people")).toBe("1,234 people");
    expect(noun("Person", 1)).toBe("person");
    expect(noun("Person", 2)).toBe("people");
  });
});

describe("span", () => {
  it("joins years, and says nothing of unknown ones", () => {
    expect(span(2018, 2023)).toBe("2018–2023");
    expect(span(2020, 2020)).toBe("2020");
    expect(span(null, 2020)).toBe("2020");
    expect(span(null, null)).toBe("");
  });
});

describe("date", () => {
  it("reads ISO times as days in UTC", () => {
    expect(date("2026-11-22T23:59:00Z")).toBe("22 November 2026");
    expect(date(null)).toBeNull();
    expect(date("no time")).toBeNull();
  });
});

describe("initials", () => {
  it("takes the first and the last word in any script", () => {
    expect(initials("Yuxiong He")).toBe("YH");
    expect(initials("Łukasz Borchmann")).toBe("ŁB");
    expect(initials("Reza Yazdani Aminabadi")).toBe("RA");
    expect(initials("何宇雄")).toBe("何");
    expect(initials("Plato")).toBe("P");
    expect(initials("")).toBe("?");
  });
});

describe("capital", () => {
  it("raises the first letter", () => expect(capital("preprint")).toBe("Preprint"));
});
