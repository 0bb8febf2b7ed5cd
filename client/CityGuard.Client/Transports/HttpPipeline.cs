using System.Collections.Frozen;
using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;

namespace CityGuard.Client.Transports;

/// <summary>Retries and timeouts around each HTTP request, by its <see cref="CallKind"/>.</summary>
internal static class HttpPipeline
{
    public static readonly HttpRequestOptionsKey<CallKind> Kind = new("CityGuard.CallKind");

    /// <summary>How long the city was asked to wait before it answers; absent: not at all.</summary>
    public static readonly HttpRequestOptionsKey<TimeSpan> Wait = new("CityGuard.Wait");

    public static DelegatingHandler Build(CityGuardClientOptions options)
    {
        var logger = options.LoggerFactory.CreateLogger<CityGuardClient>();
        var pipelines = Enum.GetValues<CallKind>().ToFrozenDictionary(kind => kind, kind => Pipeline(RetryRule.For(kind, options), options, logger));
        return new ResilienceHandler(request => pipelines[request.Options.TryGetValue(Kind, out var kind) ? kind : CallKind.Probe])
        {
            InnerHandler = new WholeAnswers { InnerHandler = options.HttpHandler ?? OwnHandler() },
        };
    }

    /// <summary>True when no byte of the request can have reached the city.</summary>
    public static bool NeverLeft(HttpRequestException exception)
        => exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static SocketsHttpHandler OwnHandler() => new()
    {
        AllowAutoRedirect = false, // the key must not follow a redirect to another host
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // so that a changed address is noticed
    };

    private static ResiliencePipeline<HttpResponseMessage> Pipeline(RetryRule rule, CityGuardClientOptions options, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.TimeProvider };
        if (rule.MaxRetries > 0)
            builder.AddRetry(Retry(rule, options, logger));
        return builder.AddTimeout(new HttpTimeoutStrategyOptions
        {
            TimeoutGenerator = attempt => ValueTask.FromResult(rule.AttemptTimeout + AskedToWait(attempt.Context.GetRequestMessage())),
        }).Build();
    }

    private static TimeSpan AskedToWait(HttpRequestMessage? request)
        => request is not null && request.Options.TryGetValue(Wait, out var wait) ? wait : TimeSpan.Zero;

    private static HttpRetryStrategyOptions Retry(RetryRule rule, CityGuardClientOptions options, ILogger logger)
    {
        return new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = rule.MaxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.RetryDelay,
            MaxDelay = options.MaxRetryDelay,
            OnRetry = attempt =>
            {
                logger.LogWarning(
                    "Attempt {Attempt} had no answer ({Why}); trying again in {Delay}.",
                    attempt.AttemptNumber + 1, attempt.Outcome.Exception?.Message ?? attempt.Outcome.Result?.StatusCode.ToString(), attempt.RetryDelay);
                return default;
            },
        };
    }

    /// <summary>An attempt is over when its answer is here whole: one that breaks off in its body is repeated like one that never came.</summary>
    private sealed class WholeAnswers : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            try
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }
    }
}
