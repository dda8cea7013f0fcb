/** The only import of the browser API. Everything else in the project goes through this room. */
export { default as browser } from 'webextension-polyfill';
