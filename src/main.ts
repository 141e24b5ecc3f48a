import { mount } from 'svelte';
import App from './App.svelte';
import { appearance } from './state/appearance.svelte.ts';
import { language } from './state/language.svelte.ts';
import './ui/page.css';

appearance.apply();
await language.start();
mount(App, { target: document.getElementById('app')! });
