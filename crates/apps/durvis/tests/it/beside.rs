//! Commands beside a running platform: people go on working meanwhile.
use std::time::{Duration, Instant};

use crate::support::{Process, apply, client, durvis, example, folder, stdout_of, token};

/// Nobody waits longer for an answer while a command writes.
const PATIENCE: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn people_apply_while_commands_rebuild() {
    let folder = folder();
    let process = Process::demo(folder.path(), None).await;
    let (client, base) = (client(), process.base.clone());
    let example = example(&client, &base).await;
    let token = token(&client, &base, &example.persona).await;
    let place = folder.path().to_str().expect("text").to_owned();
    let rebuilding = std::thread::spawn(move || {
        for what in ["quality", "similar", "quality", "similar"] {
            stdout_of(&durvis(&["rebuild", what, "--data-dir", &place]));
        }
    });
    let mut applied = 0;
    while !rebuilding.is_finished() {
        let begun = Instant::now();
        apply(&client, &base, &token, &format!("beside-{applied}"), &example.body).await.expect("received");
        assert!(begun.elapsed() < PATIENCE, "application {applied} waited for {:?}", begun.elapsed());
        applied += 1;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    rebuilding.join().expect("every rebuild ended well");
    assert!(applied > 0, "the rebuilds were over before anybody applied");
    assert_eq!(process.terminate(), Some(0));
}
