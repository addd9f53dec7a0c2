import './styles/tokens.css';
import './styles/base.css';
import './styles/forced-colors.css';
import './styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { listenForUpdate } from './lib/app-update';
import { applyTheme } from './lib/theme';
import { locale } from './lib/messages';

document.documentElement.lang = locale;
applyTheme();
listenForUpdate();

const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
