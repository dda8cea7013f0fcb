import { render } from 'preact';
import { applyRememberedTheme } from '../kit/theme.ts';
import '../kit/tokens.css';
import '../kit/kit.css';
import '../kit/controls.css';
import '../kit/charts/charts.css';
import './simulator.css';
import './form.css';
import { browserDesk } from './browser-desk.ts';
import { Simulator } from './simulator.tsx';
import { startOf } from './start.ts';

applyRememberedTheme();
const root = document.getElementById('root');
if (root !== null) render(<Simulator desk={browserDesk()} start={startOf(location.hash)} />, root);
