import { render } from 'preact';
import { applyRememberedTheme } from '../kit/theme.ts';
import '../kit/tokens.css';
import '../kit/kit.css';
import '../kit/controls.css';
import './welcome.css';
import './practice-ticket.css';
import { browserDesk } from './browser-desk.ts';
import { Welcome } from './welcome.tsx';

applyRememberedTheme();
const root = document.getElementById('root');
if (root !== null) render(<Welcome desk={browserDesk()} />, root);
