/// <reference types="vite/client" />

declare module 'virtual:missing-functions'
