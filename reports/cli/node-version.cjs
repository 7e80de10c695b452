/* Says that Node is too old, in words that every Node reads, however old. */
'use strict';
var needed = [20, 19];
var found = process.versions.node.split('.').map(Number);
if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  process.stderr.write(
    'conversations-conformance needs Node ' +
      needed.join('.') +
      ' or later, and this is Node ' +
      process.versions.node +
      '.\n',
  );
  process.exit(2);
}
