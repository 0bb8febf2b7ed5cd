using CityGuard.Abstractions.Responders;
using CityGuard.Grains.Responders;
using Orleans.Serialization.Invocation;
using Orleans.Streams;

namespace CityGuard.Benchmarks.Live;

/// <summary>
/// Counts what arrives at grains: calls, one-way ones too, and what streams deliver. Whatever is carried together counts singly. Timers do
/// not pass here.
/// </summary>
internal sealed class CallCounter : IIncomingGrainCallFilter
{
    private long _messages;

    public long Messages => Interlocked.Read(ref _messages);

    public Task Invoke(IIncomingGrainCallContext context)
    {
        var request = context.Request;
        if (context.InterfaceName?.Contains("CityGuard", StringComparison.Ordinal) == true || IsDelivery(request))
            Interlocked.Add(ref _messages, Carried(request));
        return context.Invoke();
    }

    // The interface of the consumers of streams is Orleans' own and not public.
    private static bool IsDelivery(IInvokable request)
        => request.GetInterfaceType().Name == "IStreamConsumerExtension" && request.GetMethodName().StartsWith("Deliver", StringComparison.Ordinal);

    private static int Carried(IInvokable request)
    {
        var items = 0;
        for (var i = 0; i < request.GetArgumentCount(); i++)
            items += request.GetArgument(i) switch
            {
                Beacon[] beacons => beacons.Length,
                IReadOnlyList<PositionReport> positions => positions.Count,
                IBatchContainer events => events.GetEvents<object>().Count(),
                _ => 0,
            };
        return Math.Max(1, items);
    }
}
