import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { ComboBox, Header, Input, ListBox, ListBoxItem, ListBoxSection, Popover } from "react-aria-components";
import { address, ApiError } from "../core/api/client";
import { ask } from "../core/api/resource";
import type { Kind, SearchHit, SearchResult } from "../core/api/types";
import { country, kindName, schemeName } from "../core/format";
import { liveAddress } from "../core/imports/live";
import { plainMath } from "../core/math";
import { go, pathOf } from "../core/route";
import { grouped } from "../core/search";
import { useRested } from "./hooks";
import { KindIcon } from "./KindIcon";

type Found = { query: string; hits: SearchHit[]; error: string | null };
const NOTHING: Found = { query: "", hits: [], error: null };

/** Hits for what was typed, asked once the typing rests; a stale question is aborted. */
function useHits(text: string, kind?: Kind): Found & { pending: boolean } {
  const query = useRested(text.trim(), 120);
  const [found, setFound] = useState<Found>(NOTHING);
  useEffect(() => {
    if (!query) return setFound(NOTHING);
    const controller = new AbortController();
    ask<SearchResult>(address("search", { q: query, limit: 10, kind }), controller.signal).then(
      (answer) => setFound({ query, hits: answer.items, error: null }),
      (error: unknown) => {
        if (!controller.signal.aborted) setFound({ query, hits: [], error: error instanceof ApiError ? error.message : "The search failed. Try again." });
      },
    );
    return () => controller.abort();
  }, [query, kind]);
  return { ...found, pending: found.query !== text.trim() };
}

/** What tells a hit apart, with codes spelled out; of a paper the year first, for a long venue is cut. */
function inWords(kind: Kind, detail: string): string {
  if (kind === "Topic") return schemeName(detail);
  if (kind === "Institution") return country(detail);
  return kind === "Paper" ? detail.replace(/^(.+), (\d{4})$/u, "$2 · $1") : detail;
}

function Hit({ hit }: { hit: SearchHit }) {
  const name = plainMath(hit.label);
  return (
    <ListBoxItem id={hit.id} textValue={name} className="hit">
      <KindIcon kind={hit.kind} />
      <span className="hit-text" dir="auto">
        <span className="hit-label">{name}</span>
        {hit.detail && <span className="hit-detail">{inWords(hit.kind, hit.detail)}</span>}
      </span>
    </ListBoxItem>
  );
}

interface ComboProps {
  placeholder: string;
  early: string;
  takeFocus: () => boolean;
  /** What is done with the hit; by default its page is opened. */
  pick?: ((hit: SearchHit) => void) | undefined;
  /** Only things of this kind. */
  kind?: Kind | undefined;
}

/** Search as a combobox: hits by kind while typing, arrow keys and Enter, Escape closes. */
export default function SearchCombo({ placeholder, early, takeFocus, pick: given, kind }: ComboProps) {
  const [text, setText] = useState(early);
  const input = useRef<HTMLInputElement>(null);
  const found = useHits(text, kind);
  useEffect(() => {
    if (takeFocus()) input.current?.focus();
  }, [takeFocus]);
  const open = (id: unknown): void => {
    const hit = found.hits.find((candidate) => candidate.id === id);
    if (!hit) return;
    setText("");
    input.current?.blur();
    if (given) given(hit);
    else go(pathOf(hit.kind, hit.id));
  };
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || input.current?.getAttribute("aria-activedescendant") || found.pending) return;
    if (elsewhere) go(elsewhere);
    else open(found.hits[0]?.id);
  };
  const elsewhere = given || found.hits.length > 0 ? null : liveAddress(found.query);
  const way = elsewhere ? "Press Enter to look for it elsewhere." : "Try fewer letters or another spelling.";
  const empty = found.error ?? (found.pending ? "Searching…" : `Nothing is called “${found.query}” here. ${way}`);
  return (
    <ComboBox
      className="search-combo"
      aria-label={placeholder}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={open}
      defaultFilter={() => true}
      menuTrigger="input"
      allowsEmptyCollection={text.trim() !== ""}
      allowsCustomValue
    >
      <Input ref={input} className="search-input" placeholder={placeholder} autoComplete="off" onKeyDown={enter} />
      <Popover className="search-list" offset={6} placement="bottom start">
        <ListBox className="hits" renderEmptyState={() => <p className="hits-empty">{empty}</p>}>
          {grouped(found.hits).map((group) => (
            <ListBoxSection key={group.kind} id={group.kind}>
              <Header className="hits-kind">{kindName(group.kind)}</Header>
              {group.hits.map((hit) => (
                <Hit key={hit.id} hit={hit} />
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
