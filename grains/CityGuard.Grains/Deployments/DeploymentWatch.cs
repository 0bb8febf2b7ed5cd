using CityGuard.Domain.Deployments;
using CityGuard.Domain.Deployments.Events;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Hosting;
using Microsoft.Extensions.Logging;

namespace CityGuard.Grains.Deployments;

/// <summary>Keeps this silo's posts true to what was adopted.</summary>
internal sealed class DeploymentWatch(CityIndex index, IJournal journal, TimeProvider time, ILogger<DeploymentWatch> log) : JournalWatch(time, log)
{
    private readonly StreamPicture<DeploymentState, DeploymentEvent> _said = new(
        journal, DeploymentStream.Of(index.City.Areas[0].Id), EventCodec.Deployments, DeploymentState.Empty, (state, happened) => state.Evolve(happened));

    /// <summary>Waits until posts have been moved so often here, too: another silo may have heard first.</summary>
    public Task Reach(int count) => index.Posts.Now.Count >= count ? Task.CompletedTask : Look();

    protected override async Task Renew(CancellationToken cancel)
    {
        await _said.Read(cancel);
        if (_said.State.Count == index.Posts.Now.Count)
            return;
        index.Posts.Become(new Posts(index.City, index.Areas, index.Responders.Kind, _said.State));
        log.LogInformation("Posts are now those of move {Count}: {Moved} stand elsewhere than in the package", _said.State.Count, _said.State.Moved.Count);
    }
}
