//! Connections whose clients keep us waiting. A browser sends a request at once and reads its answer; whoever sends one a
//! byte at a time, or never reads, holds a place that others need, and with enough of them nobody gets in.
//!
//! The layers of the router know a request only when its head is complete, so the wait is measured below them.
use std::io::{self, IoSlice};
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep, sleep};

/// Longer than proxies keep a connection that they do not use, so that none is cut while one of them takes it up again.
const IDLE: Duration = Duration::from_secs(75);
/// By so much later a request is cut than the router gives it up: its answer is on the way then.
const MARGIN: Duration = Duration::from_secs(10);

/// How long is waited for a client.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// From the first byte of a request to the first of its answer.
    pub request: Duration,
    /// From a part of an answer, or the beginning, until the client reads or asks more.
    pub idle: Duration,
}

impl Patience {
    /// For a router that answers each request within `limit`, if only to say that it took too long.
    pub fn beyond(limit: Duration) -> Self {
        Self { request: limit + MARGIN, idle: IDLE }
    }
}

/// Takes connections and cuts those that are kept waiting.
pub struct Patient {
    inner: TcpListener,
    patience: Patience,
}

impl Patient {
    /// Over `inner`.
    pub fn new(inner: TcpListener, patience: Patience) -> Self {
        Self { inner, patience }
    }
}

impl Listener for Patient {
    type Io = Waited;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Waited, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.inner).await;
        (Waited::new(stream, self.patience), address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.inner.local_addr()
    }
}

/// One connection.
pub struct Waited {
    inner: TcpStream,
    patience: Patience,
    /// When there is no waiting any more.
    end: Pin<Box<Sleep>>,
    /// Whether a request has begun that nothing was answered to yet.
    asked: bool,
}

impl Waited {
    fn new(inner: TcpStream, patience: Patience) -> Self {
        Self { inner, patience, end: Box::pin(sleep(patience.idle)), asked: false }
    }

    /// Small answers must not wait for a full packet.
    pub fn hurry(&mut self) {
        drop(self.inner.set_nodelay(true));
    }

    fn wait(&mut self, how_long: Duration) {
        self.end.as_mut().reset(Instant::now() + how_long);
    }

    fn is_over(&mut self, context: &mut Context<'_>) -> bool {
        self.end.as_mut().poll(context).is_ready()
    }

    /// What became of writing: a part that the client takes is a new beginning.
    fn written(&mut self, context: &mut Context<'_>, done: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match &done {
            Poll::Ready(Ok(_)) => {
                self.asked = false;
                self.wait(self.patience.idle);
            }
            Poll::Pending if self.is_over(context) => return Poll::Ready(Err(late())),
            Poll::Ready(Err(_)) | Poll::Pending => {}
        }
        done
    }
}

fn late() -> io::Error {
    io::ErrorKind::TimedOut.into()
}

impl AsyncRead for Waited {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.is_over(context) {
            return Poll::Ready(Err(late()));
        }
        let before = buffer.filled().len();
        let read = Pin::new(&mut this.inner).poll_read(context, buffer);
        // Only the first bytes of a request set its end: those that come one by one do not move it.
        if !this.asked && buffer.filled().len() > before {
            this.asked = true;
            this.wait(this.patience.request);
        }
        read
    }
}

impl AsyncWrite for Waited {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let done = Pin::new(&mut this.inner).poll_write(context, bytes);
        this.written(context, done)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let done = Pin::new(&mut this.inner).poll_write_vectored(context, slices);
        this.written(context, done)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_shutdown(context)
    }
}
