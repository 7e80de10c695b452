#!/usr/bin/env node
/* The command. Node reads a file whole before it runs it: what an old one cannot read is in the second. */
'use strict';
require('./node-version.cjs');
require('./start.cjs');
