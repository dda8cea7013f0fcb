import { render } from 'preact';
import { uiLocale } from '../../platform/lifecycle.ts';
import { translate } from '../../platform/translate.ts';
import { applyRememberedTheme } from '../kit/theme.ts';
import '../kit/tokens.css';
import '../kit/kit.css';
import '../kit/controls.css';
import './glossary.css';
import { Glossary } from './glossary.tsx';

applyRememberedTheme();
const root = document.getElementById('root');
if (root !== null) render(<Glossary translate={translate} locale={uiLocale()} />, root);
