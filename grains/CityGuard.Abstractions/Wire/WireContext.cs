using System.Text.Json.Serialization;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Abstractions.Posts;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Roads;
using CityGuard.Abstractions.Stocks;
using CityGuard.Domain.Readiness;

namespace CityGuard.Abstractions.Wire;

/// <summary>Generated metadata of every message that travels as JSON.</summary>
[JsonSerializable(typeof(IncidentReport))]
[JsonSerializable(typeof(ReportReceipt))]
[JsonSerializable(typeof(IncidentView))]
[JsonSerializable(typeof(IReadOnlyList<IncidentLine>))]
[JsonSerializable(typeof(RecallCommand))]
[JsonSerializable(typeof(ReassignCommand))]
[JsonSerializable(typeof(AddCommand))]
[JsonSerializable(typeof(CloseCommand))]
[JsonSerializable(typeof(AutomaticCommand))]
[JsonSerializable(typeof(IReadOnlyList<PositionReport>))]
[JsonSerializable(typeof(PositionReceipt))]
[JsonSerializable(typeof(StatusReport))]
[JsonSerializable(typeof(ResponderView))]
[JsonSerializable(typeof(OrderBatch))]
[JsonSerializable(typeof(CircleView))]
[JsonSerializable(typeof(ReadinessSummary))]
[JsonSerializable(typeof(IReadOnlyList<FragileTarget>))]
[JsonSerializable(typeof(ReceiptCommand))]
[JsonSerializable(typeof(ConfirmCommand))]
[JsonSerializable(typeof(PostView))]
[JsonSerializable(typeof(PostCommand))]
[JsonSerializable(typeof(TickCommand))]
[JsonSerializable(typeof(NoteCommand))]
[JsonSerializable(typeof(ForceReleaseCommand))]
[JsonSerializable(typeof(DivertCommand))]
[JsonSerializable(typeof(ReopenCommand))]
[JsonSerializable(typeof(MergeCommand))]
[JsonSerializable(typeof(UnmergeCommand))]
[JsonSerializable(typeof(CityHealth))]
[JsonSerializable(typeof(CityProblem))]
[JsonSerializable(typeof(Done))]
[JsonSerializable(typeof(CandidateList))]
[JsonSerializable(typeof(IReadOnlyList<TimelineEntry>))]
[JsonSerializable(typeof(SimilarList))]
[JsonSerializable(typeof(VerifyCommand))]
[JsonSerializable(typeof(FalseAlarmCommand))]
[JsonSerializable(typeof(FeedbackCommand))]
[JsonSerializable(typeof(CheckCommand))]
[JsonSerializable(typeof(EvaluateCommand))]
[JsonSerializable(typeof(Evaluation))]
[JsonSerializable(typeof(EscalateCommand))]
[JsonSerializable(typeof(AcknowledgeCommand))]
[JsonSerializable(typeof(LeaderCommand))]
[JsonSerializable(typeof(LeadCommand))]
[JsonSerializable(typeof(IReadOnlyList<EscalationLine>))]
[JsonSerializable(typeof(AreaBoard))]
[JsonSerializable(typeof(HandOverCommand))]
[JsonSerializable(typeof(PartnerAnswerCommand))]
[JsonSerializable(typeof(TakeNoteCommand))]
[JsonSerializable(typeof(HandOverView))]
[JsonSerializable(typeof(IReadOnlyList<HandOverView>))]
[JsonSerializable(typeof(AidCommand))]
[JsonSerializable(typeof(ConsentCommand))]
[JsonSerializable(typeof(AidAnswer))]
[JsonSerializable(typeof(AidView))]
[JsonSerializable(typeof(IReadOnlyList<AidView>))]
[JsonSerializable(typeof(ReadinessPrice))]
[JsonSerializable(typeof(IReadOnlyList<ReadinessPrice>))]
[JsonSerializable(typeof(IReadOnlyList<AreaId>))]
[JsonSerializable(typeof(GridEventReport))]
[JsonSerializable(typeof(GridEventReceipt))]
[JsonSerializable(typeof(GridEventView))]
[JsonSerializable(typeof(IReadOnlyList<GridEventLine>))]
[JsonSerializable(typeof(EventCommand))]
[JsonSerializable(typeof(RegisterEventCommand))]
[JsonSerializable(typeof(AssignEventCommand))]
[JsonSerializable(typeof(HandledEventCommand))]
[JsonSerializable(typeof(CheckEventCommand))]
[JsonSerializable(typeof(RejectEventCommand))]
[JsonSerializable(typeof(DutyCommand))]
[JsonSerializable(typeof(DutyView))]
[JsonSerializable(typeof(AcknowledgeDutyCommand))]
[JsonSerializable(typeof(SetStockCommand))]
[JsonSerializable(typeof(StockView))]
[JsonSerializable(typeof(RestrictRoadsCommand))]
[JsonSerializable(typeof(ReleaseRoadsCommand))]
[JsonSerializable(typeof(RoadsView))]
[JsonSerializable(typeof(DeploymentView))]
[JsonSerializable(typeof(MovePostsCommand))]
[JsonSerializable(typeof(WayView))]
[JsonSerializable(typeof(IsochroneView))]
[JsonSerializable(typeof(TransferTo110Command))]
[JsonSerializable(typeof(TransferTo12345Command))]
[JsonSerializable(typeof(TransferReceipt))]
[JsonSerializable(typeof(ModeCommand))]
[JsonSerializable(typeof(AreaModes))]
internal sealed partial class WireContext : JsonSerializerContext;
