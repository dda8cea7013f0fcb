import { render } from 'preact';
import catalogue from '../../_locales/en/messages.json';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import { Glossary } from '../../src/ui/glossary/glossary.tsx';
import { applyTheme } from '../../src/ui/kit/theme.ts';
import '../../src/ui/kit/tokens.css';
import '../../src/ui/kit/kit.css';
import '../../src/ui/kit/controls.css';
import '../../src/ui/glossary/glossary.css';

/** The glossary in a plain tab: `?theme=dark`, `?dir=rtl`. */
const query = new URLSearchParams(location.search);
applyTheme(query.get('theme') === 'dark' ? 'dark' : 'light');
document.documentElement.dir = query.get('dir') === 'rtl' ? 'rtl' : 'ltr';
const root = document.getElementById('root');
if (root !== null)
  render(<Glossary translate={translatorFrom(catalogue)} locale={query.get('locale') ?? 'en-US'} />, root);
