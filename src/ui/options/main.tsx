import { render } from 'preact';
import { applyRememberedTheme } from '../kit/theme.ts';
import '../kit/tokens.css';
import '../kit/kit.css';
import '../kit/controls.css';
import './layout.css';
import './fields.css';
import './lists.css';
import './small-screens.css';
import { browserDesk } from './browser-desk.ts';
import { Options } from './options.tsx';

applyRememberedTheme();
const root = document.getElementById('root');
if (root !== null) render(<Options desk={browserDesk()} />, root);
