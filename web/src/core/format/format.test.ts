import { describe, expect, it } from "vitest";
import { capital, country, date, initials, isOn, noun, plural, schemeOf, span, topicNames } from ".";

describe("words that agree with numbers", () => {
  it("counts one and many", () => {
    expect(plural(1, "work")).toBe("1 work");
    expect(plural(0, "work")).toBe("0 works");
    expect(plural(1234, "person", "people")).toBe("1,234 people");
    expect(noun("Person", 1)).toBe("person");
    expect(noun("Person", 2)).toBe("people");
  });
});

describe("isOn", () => {
  it("is an affiliation with a first year and no last one", () => {
    expect(isOn({ first_year: 2023, last_year: null })).toBe(true);
    expect(isOn({ first_year: 2023, last_year: 2024 })).toBe(false);
    expect(isOn({ first_year: null, last_year: null })).toBe(false);
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

describe("codes in words", () => {
  it("names countries and schemes, and leaves what it does not know", () => {
    expect(country("DE")).toBe("Germany");
    expect(country("nowhere")).toBe("nowhere");
    expect(schemeOf("arxivclass:cs.LG")).toBe("arXiv cs.LG");
    expect(schemeOf("toy:t1")).toBe("toy");
  });

  it("tells topics of one name apart by their scheme", () => {
    const topics = [{ id: "arxivclass:cs.LG", name: "Machine Learning" }, { id: "openalex:T1", name: "Machine Learning" }, { id: "openalex:T2", name: "Logic" }];
    expect(topicNames(topics)).toEqual(["Machine Learning (arXiv cs.LG)", "Machine Learning (OpenAlex)", "Logic"]);
  });
});
