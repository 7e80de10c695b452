/** What no output may pass on as it is: markup, terminal control, direction overrides, NUL, lone surrogates. */
export const hostileText = [
  '</pre></script><script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  `" onclick='window.pwned = 1' `,
  ']]><boom/><!-- -->',
  '\u0000\u0007\u001b[2J\u001b]0;pwned\u0007\u009b31m\r',
  '\u202etxt.exe\u2066\u200b\ufeff\u2028',
  '\ud800 \udc00',
  '`$(touch /tmp/pwned-by-report)` $HOME \\ | * _ [x](javascript:alert(1)) @everyone',
  `'; touch /tmp/pwned-by-report; '`,
].join(' ');

/** Characters of which none may stand in any output as itself. */
export const harmful =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/u;
