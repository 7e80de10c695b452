import ts from 'typescript';

/** A named part of a source file: a function, a rule, an entry of a table. */
export interface ScenarioIdentity {
  /** Names from the outside in, with dots: `listRules.pageOf`. */
  readonly path: string;
  /** Offsets in the source. */
  readonly start: number;
  readonly end: number;
  /** On one line. */
  readonly text: string;
}

/** Every named part of a source, outer parts before what they hold. */
export function partsOf(source: string): readonly ScenarioIdentity[] {
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const parts: ScenarioIdentity[] = [];
  const visit = (node: ts.Node, outer: readonly string[]): void => {
    const name = nameOf(node);
    const path = name === undefined ? outer : [...outer, name];
    const [start, end] = [node.getStart(file), node.getEnd()];
    if (name !== undefined)
      parts.push({ path: path.join('.'), start, end, text: onOneLine(source.slice(start, end)) });
    ts.forEachChild(node, (child) => visit(child, path));
  };
  visit(file, []);
  return parts;
}

export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function nameOf(node: ts.Node): string | undefined {
  const named =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isConstructorDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isPropertyAssignment(node) ||
    (ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent));
  if (!named) return undefined;
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  const { name } = node;
  if (name === undefined) return undefined;
  return ts.isStringLiteral(name) ? name.text : name.getText();
}
