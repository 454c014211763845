import { chromium } from "@playwright/test";
import { CHROMIUM } from "../tests/browser/chromium.mjs";
import { serve } from "./serve.mjs";
const browser = await chromium.launch(CHROMIUM);
for (const dist of process.argv.slice(3)) {
const server = await serve({ folder: dist, port: 0 });
const at = process.argv[2];
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", locale: "en-GB" });
const page = await context.newPage();
await page.addInitScript(()=>{ const log=globalThis.T=[]; let lib; Object.defineProperty(globalThis,"chinaTrialsCharts",{get:()=>lib,set:(v)=>{const init=v.init; v.init=(e,o)=>{const t=performance.now();const i=init(e,o);log.push(["init",performance.now()-t,t]);for(const m of ["setOption","resize","dispose"]){const f=i[m].bind(i);i[m]=(...a)=>{const t=performance.now();try{return f(...a)}finally{log.push([m,performance.now()-t,t])}}}return i};lib=v;},configurable:true}); });
await page.goto(server.url);
await page.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 60000 });
if (at==="figures") { await page.locator('[data-figure="disease_areas"]').evaluate((f) => f.scrollIntoView({ block: "start" })); await page.waitForTimeout(500); }
const CH=[["year","2024"],["product","biological"],["disease","oncology"],["year","2023"],["product","chemical"],["disease",""],["year","2021"],["product","tcm"],["year",""],["product",""]];
const step=async([n,c])=>{globalThis.T.length=0;const s=document.querySelector(`select[name="${n}"]`);const old=document.querySelector("[data-part=lead] figure")?.id;const msg=()=>new Promise(r=>{const {port1,port2}=new MessageChannel();port1.onmessage=r;port2.postMessage(null);});
 await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
 const painting=new Promise(r=>requestAnimationFrame(()=>msg().then(r)));
 s.value=c;const t=performance.now();s.dispatchEvent(new Event("change",{bubbles:true}));const t1=performance.now()-t;await msg();const t2=performance.now()-t;
 const sum={};for(const [m,d] of globalThis.T){sum[m]=(sum[m]??0)+d;sum[m+"#"]=(sum[m+"#"]??0)+1;}
 const changed=document.querySelector("[data-part=lead] figure")?.id!==old; await painting;const t3=performance.now()-t;
 while(document.documentElement.dataset.ready!=="true")await new Promise(requestAnimationFrame);
 const all=globalThis.T.length; return {step:n+"="+c,lead:changed,disp:t1,sync:t2,paint:t3,...sum,all};};
for(const c of CH) await page.evaluate(step,c);
const session = await context.newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate",{rate:4});
const rows=[];for(let i=0;i<4;i++) for(const c of CH) rows.push(await page.evaluate(step,c));
const by={};for(const r of rows)(by[r.step]??=[]).push(r);
const med=a=>{const s=a.toSorted((x,y)=>x-y);return s[Math.floor(s.length/2)]};
console.log(dist);console.table(Object.entries(by).map(([k,v])=>Object.fromEntries([["step",k],...["disp","sync","paint","init","init#","setOption","setOption#","resize","dispose","all"].map(c=>[c,+med(v.map(r=>r[c]??0)).toFixed(1)]),["lead",v.some(r=>r.lead)]])));
await context.close(); await server.close();
}
await browser.close();
