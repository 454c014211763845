import { chromium } from "@playwright/test";
import { CHROMIUM } from "../tests/browser/chromium.mjs";
import { serve } from "./serve.mjs";
import { writeFileSync } from "node:fs";
const server = await serve({ folder: process.argv[2], port: 0 });
const at = process.argv[3]==="figures";
const browser = await chromium.launch(CHROMIUM);
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", locale: "en-GB" });
const page = await context.newPage();
await page.goto(server.url);
await page.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 60000 });
if (at) { await page.locator('[data-figure="disease_areas"]').evaluate((f) => f.scrollIntoView({ block: "start" })); await page.waitForTimeout(500); }
const CH=[["year","2024"],["product","biological"],["disease","oncology"],["year","2023"],["product","chemical"],["disease",""],["year","2021"],["product","tcm"],["year",""],["product",""]];
const step=async([n,c])=>{const s=document.querySelector(`select[name="${n}"]`);s.value=c;s.dispatchEvent(new Event("change",{bubbles:true}));do await new Promise(requestAnimationFrame);while(document.documentElement.dataset.ready!=="true");};
for(const c of CH) await page.evaluate(step,c);
const session = await context.newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate",{rate:4});
await session.send("Profiler.enable");
await session.send("Profiler.setSamplingInterval",{interval:200});


const first=async([n,c])=>{const s=document.querySelector(`select[name="${n}"]`);await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));s.value=c;const t=performance.now();const p=new Promise(r=>requestAnimationFrame(()=>{const {port1,port2}=new MessageChannel();port1.onmessage=r;port2.postMessage(null);}));s.dispatchEvent(new Event("change",{bubbles:true}));await p;console.profile("x");do await new Promise(requestAnimationFrame);while(document.documentElement.dataset.ready!=="true");console.profileEnd("x");return performance.now()-t;};
const rest=async()=>{do await new Promise(requestAnimationFrame);while(document.documentElement.dataset.ready!=="true");};
const all=[]; const per=[];
session.on("Profiler.consoleProfileFinished",({profile})=>all.push(profile));
for(let i=0;i<3;i++) for(const c of CH){const t=await page.evaluate(first,c);per.push(c.join("=")+" "+t.toFixed(0));await page.evaluate(rest);await page.waitForTimeout(60);}
console.log(per.join(", "),all.length);
await browser.close(); await server.close();
const name=n=>n.callFrame.functionName.replace(/::h[0-9a-f]{16}$/,"").slice(0,110)||`(anon ${n.callFrame.url.split("/").pop()}:${n.callFrame.lineNumber}:${n.callFrame.columnNumber})`;
const S=new Map(),I=new Map();
for(const profile of all){
const byId=new Map(profile.nodes.map(n=>[n.id,n])); const parent=new Map(); for(const n of profile.nodes) for(const c of n.children??[]) parent.set(c,n.id);
const self=new Map(); profile.samples.forEach((id,i)=>self.set(id,(self.get(id)??0)+profile.timeDeltas[i]/1000));
for(const [id,t] of self){const n=byId.get(id);S.set(name(n),(S.get(name(n))??0)+t);const seen=new Set();for(let k=id;k!==undefined;k=parent.get(k)){const m=name(byId.get(k));if(!seen.has(m)){seen.add(m);I.set(m,(I.get(m)??0)+t);}}}
}
const show=(m,c)=>[...m].sort((a,b)=>b[1]-a[1]).slice(0,c).forEach(([k,v])=>console.log((v/30).toFixed(2).padStart(8),k));
console.log("self ms per change");show(S,45);console.log("inclusive ms per change");show(I,Number(process.argv[4]??110));
