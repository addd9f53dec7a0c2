'use strict';
/**
 * Installs the dependencies when they are missing or other than the lock file says, so that `npm start` and `npm test`
 * work on a fresh copy. Runs before everything on the machine's own Node: plain CommonJS for old versions.
 */
const { spawnSync } = require('child_process');
const { createHash } = require('crypto');
const fs = require('fs');
const path = require('path');

const root = path.join(__dirname, '..');
const lock = path.join(root, 'package-lock.json');
const installed = path.join(root, 'node_modules', '.package-lock.json');
const stamp = path.join(root, 'node_modules', '.lock-stamp');

/** Time stamps alone would mislead: a copied or freshly checked out lock file is always "newer". */
function isInstalled() {
  if (!fs.existsSync(installed)) return false;
  if (fs.existsSync(stamp)) return fs.readFileSync(stamp, 'utf8') === fingerprint();
  return fs.statSync(installed).mtimeMs >= fs.statSync(lock).mtimeMs;
}

function fingerprint() {
  return createHash('sha256').update(fs.readFileSync(lock)).digest('hex');
}

function install() {
  console.log('Bağımlılıklar kuruluyor; ilk kez birkaç dakika sürer.');
  const npm = process.env.npm_execpath;
  // Not the pinned Node: npm replaces it while it works.
  const node = process.env.npm_node_execpath || process.execPath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const isScript = npm !== undefined && /\.c?js$/.test(npm);
  const result = isScript
    ? spawnSync(node, [npm].concat(args), { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error('Bağımlılıklar kurulamadı: yukarıdaki npm iletisine bakın.');
    process.exit(1);
  }
}

if (!isInstalled()) install();
require('./link-runtime.cjs');
if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== fingerprint()) {
  try {
    fs.writeFileSync(stamp, fingerprint());
  } catch {
    // Installed by another user for us: nothing to note, the time stamps decide next time too.
  }
}
