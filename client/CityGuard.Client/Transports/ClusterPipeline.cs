using System.Collections.Frozen;
using CityGuard.Abstractions;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CityGuard.Client.Transports;

/// <summary>Retries and timeouts around each grain call, by its <see cref="CallKind"/>; what <see cref="HttpPipeline"/> is to HTTP.</summary>
internal sealed class ClusterPipeline(CityGuardClientOptions options)
{
    private static readonly ResiliencePropertyKey<TimeSpan> Wait = new("CityGuard.Wait");

    private readonly FrozenDictionary<CallKind, ResiliencePipeline> _pipelines = Enum.GetValues<CallKind>()
        .ToFrozenDictionary(kind => kind, kind => Pipeline(RetryRule.For(kind, options), options));

    /// <param name="wait">How long the city is asked to wait before it answers.</param>
    public async Task<T> Call<T>(CallKind kind, Func<Task<Answer<T>>> call, CancellationToken cancellationToken, TimeSpan wait = default)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Wait, wait);
        try
        {
            return await _pipelines[kind].ExecuteAsync(async attempt => await Attempt(call, attempt.CancellationToken), context);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new CityGuardException(RefusalCode.Unavailable, "The city did not answer in time.", isOutcomeUnknown: true, inner: exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static async Task<T> Attempt<T>(Func<Task<Answer<T>>> call, CancellationToken attempt)
    {
        attempt.ThrowIfCancellationRequested();
        try
        {
            var answer = await call().WaitAsync(attempt);
            return answer.IsOk ? answer.Value! : throw new CityGuardException(answer.Refusal!);
        }
        catch (Exception exception) when (exception is not (CityGuardException or OperationCanceledException))
        {
            // A silo that went away, a reply that was lost, an actor that gave itself up: nobody can say whether it was done.
            throw new CityGuardException(RefusalCode.Unavailable, $"The city did not answer: {exception.Message}", isOutcomeUnknown: true, inner: exception);
        }
    }

    private static ResiliencePipeline Pipeline(RetryRule rule, CityGuardClientOptions options)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider };
        if (rule.MaxRetries > 0)
            builder.AddRetry(Retry(rule, options, options.LoggerFactory.CreateLogger<CityGuardClient>()));
        return builder.AddTimeout(new TimeoutStrategyOptions
        {
            TimeoutGenerator = attempt => ValueTask.FromResult(rule.AttemptTimeout + attempt.Context.Properties.GetValue(Wait, TimeSpan.Zero)),
        }).Build();
    }

    private static RetryStrategyOptions Retry(RetryRule rule, CityGuardClientOptions options, ILogger logger) => new()
    {
        MaxRetryAttempts = rule.MaxRetries,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = options.RetryDelay,
        MaxDelay = options.MaxRetryDelay,
        ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Exception is CityGuardException { Code: RefusalCode.Unavailable } or TimeoutRejectedException),
        OnRetry = attempt =>
        {
            logger.LogWarning(
                "Attempt {Attempt} had no answer ({Why}); trying again in {Delay}.",
                attempt.AttemptNumber + 1, attempt.Outcome.Exception?.Message, attempt.RetryDelay);
            return default;
        },
    };
}
