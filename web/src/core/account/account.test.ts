import { expect, it } from "vitest";
import { browserName } from "./agent";
import { fieldOf, isAddress, isPassword } from "./fields";
import { nextOf } from "./next";

it("goes on inside this site only", () => {
  expect(nextOf("?next=/people/demo:a%3Fb%23c")).toBe("/people/demo:a?b#c");
  for (const bad of ["", "?next=", "?next=//evil.example", "?next=/%5Cevil.example", "?next=https://evil.example", "?next=javascript:1"]) expect(nextOf(bad)).toBe("/");
});

it("says what is wrong before anything is sent", () => {
  expect(isAddress(" a@b ")).toBeNull();
  for (const bad of ["", "a", "a@", "a b@c"]) expect(isAddress(bad)).toContain("such as name@example.org");
  expect(isPassword("123456789")).toContain("10 characters");
  expect(isPassword("1234567890")).toBeNull();
});

it("finds the field that an answer is about", () => {
  expect(fieldOf("'email' must be one mail address.", ["email"])).toEqual({ name: "email", says: "This must be one mail address." });
  expect(fieldOf("'days' must be at least 1.", ["email"])).toBeNull();
  expect(fieldOf("Too many attempts: try again in 9 minutes.", ["email"])).toBeNull();
});

it("names a browser by what it calls itself", () => {
  expect(browserName("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36")).toBe("Chrome on Linux");
  expect(browserName("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1")).toBe("Safari on iOS");
  expect(browserName("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0")).toBe("Firefox on Windows");
  expect(browserName("curl/8.9")).toBe("curl/8.9");
  expect(browserName("")).toContain("does not say");
});
