import { render } from 'preact';
import { applyRememberedTheme } from '../kit/theme.ts';
import '../kit/tokens.css';
import '../kit/kit.css';
import '../kit/controls.css';
import '../kit/charts/charts.css';
import './popup.css';
import { browserDesk } from './browser-desk.ts';
import { Popup } from './popup.tsx';

applyRememberedTheme();
const root = document.getElementById('root');
const tab = new URLSearchParams(location.search).get('tab');
if (root !== null) render(<Popup desk={browserDesk(tab)} />, root);
