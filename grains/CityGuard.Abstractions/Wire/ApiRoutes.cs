namespace CityGuard.Abstractions.Wire;

/// <summary>Paths of the HTTP API, as templates that the host maps and the SDK fills in.</summary>
public static class ApiRoutes
{
    /// <summary>Header that carries the API key.</summary>
    public const string KeyHeader = "X-Api-Key";

    /// <summary>GET: the process answers. Open.</summary>
    public const string Live = "/health/live";

    /// <summary>GET: 200 when every board has answered, else 503; either way a <c>CityHealth</c>. Open.</summary>
    public const string Ready = "/health/ready";

    /// <summary>POST an <c>IncidentReport</c>: 201 when it opened the incident, 200 when it was known; a <c>ReportReceipt</c>.</summary>
    public const string Incidents = "/api/v1/incidents";

    /// <summary>GET: an <c>IncidentView</c>.</summary>
    public const string Incident = "/api/v1/incidents/{id}";

    /// <summary>POST a <c>RecallCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Recall = "/api/v1/incidents/{id}/recall";

    /// <summary>POST a <c>ReassignCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Reassign = "/api/v1/incidents/{id}/reassign";

    /// <summary>POST an <c>AddCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Add = "/api/v1/incidents/{id}/add";

    /// <summary>POST a <c>CloseCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Close = "/api/v1/incidents/{id}/close";

    /// <summary>POST a <c>ReceiptCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Receipts = "/api/v1/incidents/{id}/receipts";

    /// <summary>POST a <c>ConfirmCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Confirm = "/api/v1/incidents/{id}/confirm";

    /// <summary>POST a <c>ConfirmCommand</c> that names what is declined: 200 with the <c>IncidentView</c>.</summary>
    public const string Decline = "/api/v1/incidents/{id}/decline";

    /// <summary>GET: a <c>PostView</c>; POST a <c>PostCommand</c> opens the command post.</summary>
    public const string Post = "/api/v1/incidents/{id}/post";

    /// <summary>POST a <c>TickCommand</c>: 200 with the <c>PostView</c>.</summary>
    public const string PostTick = "/api/v1/incidents/{id}/post/checklist/{item}";

    /// <summary>POST a <c>NoteCommand</c>: 200 with the <c>PostView</c>.</summary>
    public const string PostNotes = "/api/v1/incidents/{id}/post/notes";

    /// <summary>POST a <c>PostCommand</c>: 200 with the <c>PostView</c>.</summary>
    public const string PostLetGo = "/api/v1/incidents/{id}/post/forces/{op}/let-go";

    /// <summary>POST a <c>PostCommand</c>: 200 with the <c>PostView</c>.</summary>
    public const string PostHold = "/api/v1/incidents/{id}/post/forces/{op}/hold";

    /// <summary>POST a <c>PostCommand</c>: 200 with the <c>PostView</c>.</summary>
    public const string PostStandDown = "/api/v1/incidents/{id}/post/stand-down";

    /// <summary>POST an array of 1 to 1,000 <c>PositionReport</c>: 202 with a <c>PositionReceipt</c>.</summary>
    public const string Positions = "/api/v1/positions";

    /// <summary>GET: a <c>ResponderView</c>.</summary>
    public const string Responder = "/api/v1/responders/{id}";

    /// <summary>POST a <c>StatusReport</c>: 200.</summary>
    public const string Status = "/api/v1/responders/{id}/status";

    /// <summary>GET <c>?responder=&amp;after=&amp;wait=</c> (a responder or an area; seconds 0 to 25, 25 when absent): an <c>OrderBatch</c>.</summary>
    public const string Orders = "/api/v1/orders";

    /// <summary>GET: the <c>CircleView</c> of a cell.</summary>
    public const string CellReadiness = "/api/v1/cells/{id}/readiness";

    /// <summary>GET: the <c>CircleView</c> of a key target.</summary>
    public const string TargetReadiness = "/api/v1/targets/{id}/readiness";

    /// <summary>GET <c>?area=</c>: a <c>ReadinessSummary</c>.</summary>
    public const string Readiness = "/api/v1/readiness";

    /// <summary>GET <c>?area=&amp;most=</c>: targets about to break, by grade, then those still in time first; a list of <c>FragileTarget</c>.</summary>
    public const string FragileTargets = "/api/v1/targets/fragile";

    /// <summary>POST an <c>AutomaticCommand</c>: 200.</summary>
    public const string Automatic = "/api/v1/areas/{area}/automatic";

    /// <summary>GET <c>?role=</c>: the <c>CandidateList</c> of an incident.</summary>
    public const string Candidates = "/api/v1/incidents/{id}/candidates";

    /// <summary>GET: everything that is recorded of an incident; a list of <c>TimelineEntry</c>.</summary>
    public const string Timeline = "/api/v1/incidents/{id}/timeline";

    /// <summary>GET: the <c>SimilarList</c> of an incident.</summary>
    public const string Similar = "/api/v1/incidents/{id}/similar";

    /// <summary>POST a <c>ForceReleaseCommand</c>: 200 with the <c>ResponderView</c>.</summary>
    public const string ForceRelease = "/api/v1/responders/{id}/force-release";

    /// <summary>POST a <c>DivertCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Divert = "/api/v1/incidents/{id}/divert";

    /// <summary>POST a <c>ReopenCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Reopen = "/api/v1/incidents/{id}/reopen";

    /// <summary>POST a <c>MergeCommand</c>: 200 with the <c>IncidentView</c> of the merged one.</summary>
    public const string Merge = "/api/v1/incidents/{id}/merge";

    /// <summary>POST an <c>UnmergeCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Unmerge = "/api/v1/incidents/{id}/unmerge";

    /// <summary>POST a <c>VerifyCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Verify = "/api/v1/incidents/{id}/verify";

    /// <summary>POST a <c>FalseAlarmCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string FalseAlarm = "/api/v1/incidents/{id}/false-alarm";
    /// <summary>GET: the <c>AreaBoard</c> of a sector, a district or the city.</summary>
    public const string AreaBoard = "/api/v1/areas/{area}/board";

    /// <summary>POST a <c>HandOverCommand</c>: 201 with the <c>HandOverView</c>. GET <c>?most=</c>: the last ones, newest first.</summary>
    public const string HandOvers = "/api/v1/areas/{area}/handover";

    /// <summary>GET: a <c>HandOverView</c>.</summary>
    public const string HandOver = "/api/v1/areas/{area}/handover/{sheet}";

    /// <summary>POST an <c>AcknowledgeCommand</c>: 200 with the <c>HandOverView</c>.</summary>
    public const string Acknowledge = "/api/v1/areas/{area}/handover/{sheet}/acknowledge";

    /// <summary>GET <c>?responders=a,b</c>: the <c>ReadinessPrice</c> of losing them.</summary>
    public const string ReadinessPrice = "/api/v1/readiness/price";

    /// <summary>GET <c>?responders=a,b</c>: for each of them the <c>ReadinessPrice</c> of losing it alone.</summary>
    public const string ReadinessPrices = "/api/v1/readiness/prices";

    /// <summary>POST an <c>AidCommand</c>: 201 with the <c>AidView</c>. GET: open requests of which the area is one side.</summary>
    public const string Aids = "/api/v1/areas/{area}/aid";

    /// <summary>GET: ids of the areas that the area may ask for aid.</summary>
    public const string AidDonors = "/api/v1/areas/{area}/aid-donors";

    /// <summary>GET: an <c>AidView</c>.</summary>
    public const string Aid = "/api/v1/areas/{area}/aid/{aid}";

    /// <summary>POST a <c>ConsentCommand</c>: 200 with the <c>AidView</c>.</summary>
    public const string AidConsent = "/api/v1/areas/{area}/aid/{aid}/consent";

    /// <summary>POST an <c>AidAnswer</c>: 200 with the <c>AidView</c>.</summary>
    public const string AidDecline = "/api/v1/areas/{area}/aid/{aid}/decline";

    /// <summary>POST an <c>AidAnswer</c>: 200 with the <c>AidView</c>.</summary>
    public const string AidEnd = "/api/v1/areas/{area}/aid/{aid}/end";
    /// <summary>POST a <c>GridEventReport</c>: 201 when it opened the event, 200 when it was known; a <c>GridEventReceipt</c>. GET <c>?area=&amp;step=&amp;late=&amp;most=</c>: a list of <c>GridEventLine</c>.</summary>
    public const string GridEvents = "/api/v1/events";

    /// <summary>GET: a <c>GridEventView</c>.</summary>
    public const string GridEvent = "/api/v1/events/{id}";

    /// <summary>POST a <c>RegisterEventCommand</c>: 200 with the <c>GridEventView</c>.</summary>
    public const string RegisterEvent = "/api/v1/events/{id}/register";

    /// <summary>POST an <c>AssignEventCommand</c>: 200 with the <c>GridEventView</c>.</summary>
    public const string AssignEvent = "/api/v1/events/{id}/assign";

    /// <summary>POST an <c>EventCommand</c>: 200 with the <c>GridEventView</c>.</summary>
    public const string AcceptEvent = "/api/v1/events/{id}/accept";

    /// <summary>POST a <c>HandledEventCommand</c>: 200 with the <c>GridEventView</c>.</summary>
    public const string HandledEvent = "/api/v1/events/{id}/handled";

    /// <summary>POST a <c>CheckEventCommand</c>: 200 with the <c>GridEventView</c>.</summary>
    public const string CheckEvent = "/api/v1/events/{id}/check";

    /// <summary>POST an <c>EventCommand</c>: 200 with the <c>GridEventView</c>.</summary>
    public const string EvaluateEvent = "/api/v1/events/{id}/evaluate";

    /// <summary>POST a <c>RejectEventCommand</c>: 200 with the <c>GridEventView</c>.</summary>
    public const string RejectEvent = "/api/v1/events/{id}/reject";

    /// <summary>POST an <c>EventCommand</c>: 200 with the <c>GridEventView</c>.</summary>
    public const string WithdrawEvent = "/api/v1/events/{id}/withdraw";
    /// <summary>POST a <c>DutyCommand</c>: 200 with the <c>DutyView</c>. GET: the <c>DutyView</c>. DELETE <c>?why=&amp;order=&amp;command=</c>: 200 with the <c>DutyView</c>.</summary>
    public const string Duty = "/api/v1/areas/{area}/duty";

    /// <summary>POST an <c>AcknowledgeDutyCommand</c>: 200 with the <c>DutyView</c> of the sector.</summary>
    public const string DutyReceipts = "/api/v1/areas/{area}/duty/receipts";

    /// <summary>POST a <c>TransferTo110Command</c>: 200 with a <c>TransferReceipt</c>.</summary>
    public const string TransferTo110 = "/api/v1/events/{id}/to-110";

    /// <summary>POST a <c>TransferTo12345Command</c>: 200 with a <c>TransferReceipt</c>.</summary>
    public const string TransferTo12345 = "/api/v1/incidents/{id}/to-12345";

    /// <summary>POST a <c>FeedbackCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Feedback = "/api/v1/incidents/{id}/feedback";

    /// <summary>POST a <c>CheckCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Check = "/api/v1/incidents/{id}/check";

    /// <summary>GET: an <c>Evaluation</c>. POST an <c>EvaluateCommand</c>, which signs it: 200 with the <c>IncidentView</c>.</summary>
    public const string Evaluation = "/api/v1/incidents/{id}/evaluation";

    /// <summary>POST an <c>EscalateCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Escalate = "/api/v1/incidents/{id}/escalate";

    /// <summary>POST a <c>TakeNoteCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string TakeNote = "/api/v1/incidents/{id}/escalations/{number}/acknowledge";

    /// <summary>POST a <c>PartnerAnswerCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Partner = "/api/v1/incidents/{id}/partners/{number}";

    /// <summary>POST a <c>LeaderCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Leader = "/api/v1/incidents/{id}/leader";

    /// <summary>POST a <c>LeadCommand</c>: 200 with the <c>IncidentView</c>.</summary>
    public const string Lead = "/api/v1/incidents/{id}/lead";

    /// <summary>GET: a list of <c>EscalationLine</c>, the oldest first.</summary>
    public const string Escalations = "/api/v1/areas/{area}/escalations";

    /// <summary>GET: the <c>AreaModes</c>. POST a <c>ModeCommand</c>: 200.</summary>
    public const string Mode = "/api/v1/areas/{area}/mode";
    /// <summary>GET: the <c>StockView</c> of a sector, a district or the city.</summary>
    public const string Stocks = "/api/v1/areas/{area}/stocks";

    /// <summary>PUT a <c>SetStockCommand</c>: 200 with the <c>StockView</c>.</summary>
    public const string Stock = "/api/v1/areas/{area}/stocks/{item}";

    /// <summary>GET: the <c>RoadsView</c>.</summary>
    public const string Roads = "/api/v1/roads";

    /// <summary>POST a <c>RestrictRoadsCommand</c>: 200 with the <c>RoadsView</c>.</summary>
    public const string RoadRestrictions = "/api/v1/roads/restrictions";

    /// <summary>POST a <c>ReleaseRoadsCommand</c>: 200 with the <c>RoadsView</c>.</summary>
    public const string RoadRelease = "/api/v1/roads/restrictions/{id}/release";

    /// <summary>GET with <c>fromLon</c>, <c>fromLat</c>, <c>toLon</c>, <c>toLat</c>: the <c>WayView</c>.</summary>
    public const string Route = "/api/v1/roads/route";

    /// <summary>GET with <c>lon</c>, <c>lat</c>, <c>minutes</c> and <c>mode</c> (drive, walk): a GeoJSON feature, in the SDK the <c>IsochroneView</c>.</summary>
    public const string Isochrone = "/api/v1/roads/isochrone";

    /// <summary>GET: the <c>DeploymentView</c>.</summary>
    public const string Deployment = "/api/v1/deployment";

    /// <summary>POST a <c>MovePostsCommand</c>: 200 with the <c>DeploymentView</c>.</summary>
    public const string DeploymentMoves = "/api/v1/deployment/moves";

    /// <summary>GET: <c>ScenarioLine</c>s. POST a scenario file, with <c>command</c>: 200 with its <c>ScenarioLine</c>.</summary>
    public const string Scenarios = "/api/v1/scenarios";

    /// <summary>GET with <c>version</c>: the scenario file. PUT one with <c>ifVersion</c> and <c>command</c>: 200 with the <c>ScenarioLine</c> of the new version.</summary>
    public const string Scenario = "/api/v1/scenarios/{id}";

    /// <summary>POST a <c>DiscardScenarioCommand</c>: 200 with the <c>ScenarioLine</c>.</summary>
    public const string ScenarioDiscard = "/api/v1/scenarios/{id}/discard";

    /// <summary>GET with <c>version</c>: the <c>AdoptionView</c>.</summary>
    public const string ScenarioAdoption = "/api/v1/scenarios/{id}/adoption";

    /// <summary>POST an <c>AdoptScenarioCommand</c>: 200 with the <c>DeploymentView</c>.</summary>
    public const string ScenarioAdopt = "/api/v1/scenarios/{id}/adopt";

    /// <summary>GET with <c>name</c>: a scenario file that begins with the living city as it stands.</summary>
    public const string Fork = "/api/v1/fork";

    /// <summary>POST an <c>AskRunCommand</c>: 200 with the <c>RunView</c>.</summary>
    public const string Runs = "/api/v1/runs";

    /// <summary>GET: the <c>RunView</c>.</summary>
    public const string Run = "/api/v1/runs/{id}";

    /// <summary>POST: 200 with the <c>RunView</c>.</summary>
    public const string RunCancel = "/api/v1/runs/{id}/cancel";

    /// <summary>GET: a file of the answer, by one of <see cref="Scenarios.RunFiles"/>.</summary>
    public const string RunFile = "/api/v1/runs/{id}/files/{file}";
}
