//! The binary as an operator runs it: started, watched, stopped.
use std::io::{Error, Result};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::http::Client;

const READY_WITHIN: Duration = Duration::from_secs(120);

/// A running demonstration.
pub struct Server {
    process: Child,
    /// `HOST:PORT`.
    pub host: String,
    /// From the start of the process to the first 200 of `/readyz`.
    pub start: Duration,
}

impl Server {
    /// Starts it and waits until it is ready.
    pub async fn start(binary: &Path, folder: &Path, database: Option<&str>) -> Result<Self> {
        let host = format!("127.0.0.1:{}", free_port()?);
        let mut command = Command::new(binary);
        command.args(["demo", "--listen", &host]).arg("--data-dir").arg(folder);
        if let Some(url) = database {
            command.args(["--database", url]);
        }
        command.env("DURVIS_RATE_LIMIT__ENABLED", "false").env("DURVIS_LOG__FILTER", "warn");
        let begun = Instant::now();
        let process = command.stdout(Stdio::null()).spawn()?;
        let mut server = Self { process, host, start: Duration::ZERO };
        server.wait_until_ready(begun).await?;
        server.start = begun.elapsed();
        Ok(server)
    }

    async fn wait_until_ready(&mut self, begun: Instant) -> Result<()> {
        while begun.elapsed() < READY_WITHIN {
            if let Some(status) = self.process.try_wait()? {
                return Err(Error::other(format!("the server ended with {status}")));
            }
            if let Ok(mut client) = Client::connect(&self.host).await
                && client.get("/readyz", &[]).await.is_ok_and(|answer| answer.status == 200)
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err(Error::other("the server was not ready in time"))
    }

    /// Resident memory in MiB.
    pub fn resident(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
        let kibibytes: f64 = line.split_whitespace().next().unwrap_or_default().parse().map_err(Error::other)?;
        Ok(kibibytes / 1024.0)
    }

    /// Ends it in good order.
    pub fn stop(mut self) -> Result<()> {
        Command::new("kill").args(["-TERM", &self.process.id().to_string()]).status()?;
        self.process.wait().map(drop)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
