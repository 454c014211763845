import { chromium } from "@playwright/test";
import { CHROMIUM } from "../tests/browser/chromium.mjs";
import { serve } from "./serve.mjs";
const browser = await chromium.launch(CHROMIUM);
const dist=process.argv[3];
const server = await serve({ folder: dist, port: 0 });
const at = process.argv[2];
const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", locale: "en-GB" });
const page = await context.newPage();
await page.goto(server.url);
await page.locator('html[data-ready="true"]').waitFor({ state: "attached", timeout: 60000 });
if (at==="figures") { await page.locator('[data-figure="disease_areas"]').evaluate((f) => f.scrollIntoView({ block: "start" })); await page.waitForTimeout(500); }
const CH=[["year","2024"],["product","biological"],["disease","oncology"],["year","2023"],["product","chemical"],["disease",""],["year","2021"],["product","tcm"],["year",""],["product",""]];
const step=async([n,c])=>{const s=document.querySelector(`select[name="${n}"]`);const msg=()=>new Promise(r=>{const {port1,port2}=new MessageChannel();port1.onmessage=r;port2.postMessage(null);});
 const log=[];const o=new MutationObserver(rs=>{const t=performance.now();for(const r of rs)log.push([t,r.target instanceof Element?r.target:r.target.parentElement,r.type+(r.attributeName?":"+r.attributeName:"")])});
 o.observe(document.getElementById("app"),{subtree:true,childList:true,attributes:true,characterData:true});
 const tasks=[];const po=new PerformanceObserver(l=>tasks.push(...l.getEntries().map(e=>[Math.round(e.startTime),Math.round(e.duration)])));po.observe({type:"longtask"});
 await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
 s.value=c;const t0=performance.now();s.dispatchEvent(new Event("change",{bubbles:true}));
 let frames=0;while(document.documentElement.dataset.ready!=="true"){await new Promise(requestAnimationFrame);frames++}
 o.disconnect();const end=performance.now()-t0;
 await new Promise(r=>setTimeout(r,50));
 const out={};for(const [t,e,k] of log){ if(!e||!e.isConnected||e.closest("select, .off-screen"))continue;const b=e.getBoundingClientRect();const seen=b.height>0&&b.bottom>0&&b.top<innerHeight;
 const a=e.closest("[data-figure]")?.dataset.figure??e.closest("[data-part]")?.dataset.part??e.closest("section,nav,header,form,ol,div[class]")?.className??"?";const key=(seen?"IN  ":"out ")+Math.round(t-t0).toString().padStart(5)+" "+a+" "+k; out[key]=(out[key]??0)+1;}
 return {step:n+"="+c,end,frames,tasks:tasks.map(([s,d])=>[Math.round(s-t0),d]),out};};
for(const c of CH) await page.evaluate(step,c);
const session = await context.newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate",{rate:4});
for(const c of CH){const r=await page.evaluate(step,c);console.log(r.step,Math.round(r.end),"frames",r.frames,JSON.stringify(r.tasks));if(process.argv[4]===r.step)for(const [k,v] of Object.entries(r.out))console.log("   ",k,"x"+v);}
await browser.close();await server.close();
