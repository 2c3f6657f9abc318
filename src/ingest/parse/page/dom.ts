/** The part of a document object model that is used here. linkedom stands behind it; its types need a browser's. */
import { parseHTML } from 'linkedom';

export interface DomNode {
  readonly nodeType: number;
  readonly parentNode: DomNode | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly previousSibling: DomNode | null;
  textContent: string | null;
  remove(): void;
}

export interface DomElement extends DomNode {
  readonly localName: string;
  readonly parentElement: DomElement | null;
  readonly children: Iterable<DomElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  before(text: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly body: DomElement | null;
  readonly head: DomElement | null;
  readonly title: string;
}

/** A document with one html element, whatever is given: linkedom takes the first element for the root. */
export function parseDocument(html: string): DomDocument {
  const document = /<html[\s>]/i.test(html) ? (parseHTML(html).document as DomDocument) : null;
  if (document?.documentElement?.localName === 'html') return document;
  const inside = html.replace(/<!doctype[^<>]*>|<\/?(?:html|head|body)(?:\s[^<>]*)?>/gi, '');
  return parseHTML(`<!doctype html><html><head></head><body>${inside}</body></html>`).document as DomDocument;
}

export function isElement(node: DomNode): node is DomElement {
  return node.nodeType === 1;
}

/** The name in lower case: linkedom keeps the case in which a script asked for an element, and Readability asks for "P". */
export function nameOf(element: DomElement): string {
  return element.localName.toLowerCase();
}
