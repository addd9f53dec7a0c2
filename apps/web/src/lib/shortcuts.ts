/**
 * The keyboard map. Whoever shows something registers what can be done there; the map feeds the keys, the sheet on F1
 * and the "Yap" group of the palette. Letters are compared folded by what the layout writes (Q and F alike); a key
 * without Ctrl can be switched off (WCAG 2.1.4). Ctrl+Alt is never asked for: on Windows it is AltGr and writes.
 */
import { fold } from '@turkish/fold';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** Where something can be done: on every page, or only on the one that is open. */
export type Reach = 'everywhere' | 'page';

export interface Command {
  /** `N`, `G U` (one after the other), `Ctrl+K` (Cmd on a Mac), `F1`; null: only in the palette. */
  readonly keys: string | null;
  readonly label: string;
  readonly reach: Reach;
  readonly run: () => void;
}

const isMac = navigator.platform.startsWith('Mac');
const sequenceMilliseconds = 1500;
const storageKey = 'tekses.kisayollar';

let commands: readonly Command[] = [];
let isOn = readIsOn();
let begun: { readonly stroke: string; readonly at: number } | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readIsOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'kapali';
  } catch {
    return true;
  }
}

/** Turns the keys without Ctrl on or off, on this device. */
export function switchShortcuts(next: boolean): void {
  if (next) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, 'kapali');
  isOn = next;
  tell();
}

/** Whether keys without Ctrl work on this device. */
export const useShortcutsOn = () => useSyncExternalStore(listen, () => isOn);

/** All that can be done now, in the order of registration. */
export const useCommands = () => useSyncExternalStore(listen, () => commands);

function register(command: Command): () => void {
  if (commands.length === 0) addEventListener('keydown', onKey);
  commands = [...commands, command];
  tell();
  return () => {
    commands = commands.filter((other) => other !== command);
    if (commands.length === 0) removeEventListener('keydown', onKey);
    tell();
  };
}

/** While the component is shown, `keys` do `run`. A page goes before the shell where both want the same keys. */
export function useShortcut(keys: string, label: string, run: () => void, reach: Reach = 'page'): void {
  useRegistration(keys, label, run, reach);
}

/** An act for the palette alone. An empty label: it cannot be done now. */
export function useCommand(label: string, run: () => void, reach: Reach = 'page'): void {
  useRegistration(null, label, run, reach);
}

function useRegistration(keys: string | null, label: string, run: () => void, reach: Reach): void {
  const onRun = useEffectEvent(run);
  useEffect(
    () => (label === '' ? undefined : register({ keys, label, reach, run: () => onRun() })),
    [keys, label, reach],
  );
}

/** Does what these keys do now; for buttons that stand for them. */
export function press(keys: string): void {
  find(keys)?.run();
}

/** The keys of a shortcut one by one, as they are printed on the keyboard of this device. */
export function keysShown(keys: string): string[] {
  const signs: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ...(isMac ? { Ctrl: '⌘' } : {}) };
  return keys.split(/[ +]/).map((key) => signs[key] ?? key);
}

/** How a screen reader is told of the keys (`aria-keyshortcuts`). */
export const ariaKeys = (keys: string) => (isMac ? keys.replace('Ctrl', 'Meta') : keys.replace('Ctrl', 'Control'));

function onKey(event: KeyboardEvent): void {
  const isStranger = event.defaultPrevented || event.isComposing || event.altKey || event.getModifierState('AltGraph');
  const stroke = isStranger ? null : strokeOf(event);
  if (stroke === null || (isBare(stroke) && (!isOn || isTaken(event.target)))) return;
  const isFollowing = begun !== undefined && event.timeStamp - begun.at < sequenceMilliseconds;
  const found = (isFollowing && find(`${begun?.stroke} ${stroke}`)) || find(stroke);
  begun = found ? undefined : { stroke, at: event.timeStamp };
  if (!found || (stroke === 'Ctrl+k' && isTextSelected(event.target))) return;
  event.preventDefault();
  found.run();
}

/** Letters and arrows write or move where somebody writes; they are a shortcut only elsewhere. */
const isBare = (stroke: string) => stroke.length === 1 || stroke.startsWith('Arrow');

/** `n`, `Ctrl+k`, `F1`; null for keys that nothing is registered for. */
function strokeOf(event: KeyboardEvent): string | null {
  const isLetter = event.key.length === 1;
  const key = isLetter ? fold(event.key) : event.key;
  if (isMac ? event.metaKey : event.ctrlKey) return `Ctrl+${key}`;
  if (event.ctrlKey || event.metaKey || (isLetter && event.shiftKey)) return null;
  return key;
}

/** The newest of a page, else the newest of the shell. */
function find(stroke: string): Command | undefined {
  const wanted = fold(stroke);
  const matching = commands.filter(({ keys }) => keys !== null && fold(keys) === wanted);
  return matching.findLast(({ reach }) => reach === 'page') ?? matching.at(-1);
}

/** Where letters are typed, or looked up in a list that is open. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable
    || target.closest('input, textarea, select, [role=menu], [role=listbox], [role=dialog]') !== null
  );
}

/** In an editor Ctrl+K on selected words makes a link of them. */
function isTextSelected(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.isContentEditable && getSelection()?.isCollapsed === false;
}
