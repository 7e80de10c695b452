/**
 * Lints workflows and actions of GitHub, and prints what the linter says as a JSON array of messages. A program of its own,
 * because the linter imports JSON in a way that tsx understands and plain Node does not.
 *
 * Standard input: a JSON array of `[path below the repository, text]`.
 */
import { text } from 'node:stream/consumers';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';

const files = JSON.parse(await text(process.stdin)) as [path: string, text: string][];
const messages = await Promise.all(
  files.map(async ([path, content], index) => {
    // The linter remembers what it has read by its address, and takes the kind of file from the end of it.
    const document = TextDocument.create(`file:///${index}/${path}`, 'yaml', 1, content);
    const found = await validate(document);
    return found.map(({ message, range }) => `${path}:${range.start.line + 1}: ${JSON.stringify(message)}`);
  }),
);
process.stdout.write(JSON.stringify(messages));
