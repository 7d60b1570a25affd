-- Moments keep by now which source says who lives together. Whoever a delivery waits about is looked at again first: a delivery is not made before its moments say it.
INSERT INTO rechecks (citizen, due_at)
SELECT DISTINCT m.citizen, 0 FROM deliveries d JOIN moments m ON m.signal_id = d.signal_id
WHERE d.state = 'pending' AND d.kind <> 'withdrawn' AND m.withdrawn_at IS NULL
ON CONFLICT (citizen) DO UPDATE SET due_at = excluded.due_at;
