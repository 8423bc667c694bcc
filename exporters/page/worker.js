// Scores texts with onnxruntime-web, so that the page never waits.
import { InferenceSession, Tensor, env } from "./ort.wasm.min.mjs";

env.wasm.numThreads = 1; // more need headers that a plain web server does not send
const loading = InferenceSession.create("model.onnx");
loading.then(
  () => postMessage({ ready: true }),
  (error) => postMessage({ ready: false, error: String(error.message ?? error) }),
);

onmessage = async ({ data: { number, texts } }) => {
  try {
    const session = await loading;
    const valid = texts.map((text) => text.toWellFormed());
    const { label, probabilities } = await session.run({ text: new Tensor("string", valid, [valid.length]) });
    postMessage({ number, labels: label.data, probabilities: probabilities.data });
  } catch (error) {
    postMessage({ number, error: String(error.message ?? error) });
  }
};
