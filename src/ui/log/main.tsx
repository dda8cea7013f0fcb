import { render } from 'preact';
import { applyRememberedTheme } from '../kit/theme.ts';
import '../kit/tokens.css';
import '../kit/kit.css';
import '../kit/controls.css';
import './log.css';
import { browserDesk } from './browser-desk.ts';
import { LogPage } from './log-page.tsx';

applyRememberedTheme();
const root = document.getElementById('root');
if (root !== null) render(<LogPage desk={browserDesk()} />, root);
